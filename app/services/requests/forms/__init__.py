"""Forms of legal requests.

case       values of the case by which a form is filled
proposals  values of earlier forms that are proposed
saving     save and read the values of a form, and check them before the request is sent
documents  the form as PDF and JSON, and the reminder letter
transport  the folder for an e-CODEX connector, and evidences of transport
"""
