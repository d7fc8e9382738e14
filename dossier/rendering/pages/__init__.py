"""The pages of the site: each module makes one family, and each has `pages(view)`."""
