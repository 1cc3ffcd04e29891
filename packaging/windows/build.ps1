# NOT RUN: a draft that no Windows machine has seen. Windows, Python 3.11 to 3.13 x64, Inno Setup 6.
# Sign with SIGN_THUMBPRINT and SIGN_TIMESTAMP set; unsigned, SmartScreen and WDAC will stop it.
$ErrorActionPreference = "Stop"
Set-Location (Join-Path $PSScriptRoot "..\..")

function Sign([string[]] $Files) {
    if (-not $env:SIGN_THUMBPRINT) { return }
    foreach ($File in $Files) {
        if ((Get-AuthenticodeSignature $File).Status -eq "Valid") { continue }
        signtool sign /sha1 $env:SIGN_THUMBPRINT /fd SHA256 /tr $env:SIGN_TIMESTAMP /td SHA256 $File
        if ($LASTEXITCODE) { throw "$File could not be signed." }
    }
}

py dev.py package
if ($LASTEXITCODE) { throw "The app was not built, or does not do its main job. The lines above say why." }
Sign (Get-ChildItem dist\evidencekit -Recurse -Include *.exe, *.dll, *.pyd).FullName
& "${env:ProgramFiles(x86)}\Inno Setup 6\ISCC.exe" packaging\windows\installer.iss
if ($LASTEXITCODE) { throw "The installer could not be made." }
Sign (Get-ChildItem dist\*-setup.exe).FullName
# Signing changes the files: what is handed out is listed by these, not by the list made before.
Get-FileHash dist\*-setup.exe -Algorithm SHA256 | Format-List
