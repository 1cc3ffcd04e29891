"""The screens: they show what operations return and pass on what people do."""
