"""The only layer that prints, prompts, writes files and reads the clock."""

import gc

gc.set_threshold(100_000, 20, 20)  # here, before all other imports: a command lives a second, and looking for garbage takes a tenth of it
