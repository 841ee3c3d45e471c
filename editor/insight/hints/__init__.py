"""What may be pointed out in a structure: by Kommunallagen, by common sense, and where data contradict themselves."""
