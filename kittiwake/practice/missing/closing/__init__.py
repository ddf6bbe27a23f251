"""An episode that ends without a return, because a birthday does."""
