"""Reading the road. Every question starts from who asks."""
