; NOT RUN: a draft that no Windows machine has seen. Inno Setup 6.
; For one person without an administrator; /ALLUSERS for a managed roll-out, silent with /VERYSILENT.
#define Name "EvidenceKit"
#define App "..\..\dist\evidencekit"
#define Ver GetStringFileInfo(App + "\evidencekit-app.exe", "ProductVersion")

[Setup]
; Never change the AppId: by it a new version finds the old one.
AppId={{103575F7-701C-4844-82AD-168ADA412F20}
AppName={#Name}
AppVersion={#Ver}
AppPublisher=The EvidenceKit authors
DefaultDirName={autopf}\{#Name}
DefaultGroupName={#Name}
PrivilegesRequired=lowest
PrivilegesRequiredOverridesAllowed=commandline
ArchitecturesAllowed=x64compatible
ArchitecturesInstallIn64BitMode=x64compatible
Compression=lzma2/ultra64
SolidCompression=yes
OutputDir=..\..\dist
OutputBaseFilename=evidencekit-{#Ver}-setup
LicenseFile=..\..\LICENSE
UninstallDisplayIcon={app}\evidencekit-app.exe
; A window with words in memory keeps itself open; do not end it from outside.
CloseApplications=no

[InstallDelete]
; Files of the version before, which the new one may not have.
Type: filesandordirs; Name: "{app}\_internal"

[Files]
Source: "{#App}\*"; DestDir: "{app}"; Flags: recursesubdirs ignoreversion

[Icons]
Name: "{group}\{#Name}"; Filename: "{app}\evidencekit-app.exe"
Name: "{autodesktop}\{#Name}"; Filename: "{app}\evidencekit-app.exe"; Tasks: desktopicon

[Tasks]
Name: desktopicon; Description: "Put a shortcut on the desktop"; Flags: unchecked

; There is no [UninstallDelete]: workspaces are the person's own files and are never touched.
