"""`custody.pdf`: a bundle for people. What it says (`account`, `contents`), in whose words (`words`), and how it is set (`setting`)."""
