"""The places a person goes to: each shows what operations return and passes on what people do."""
