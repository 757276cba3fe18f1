"""Documents of legal requests: filled form, reminder letter, method record, e-CODEX folder.

words      texts of the documents in each language
form       contents of the form as PDF
reminder   contents of the reminder letter
method_record  contents of the method record of an exhibit, for the defence
setting    these as tagged PDF
ecodex     folder for the connector, and the evidences that it gives back
"""
