"""Being told, from what happened to the mail that is caught: across the areas that say what cannot wait."""
