"""Documents of legal requests: the filled form, the reminder letter, and the folder for an e-CODEX connector.

words      texts of the documents in each language
form       contents of the form as PDF
reminder   contents of the reminder letter
setting    both as tagged PDF
ecodex     folder for the connector, and the evidences that it gives back
"""
