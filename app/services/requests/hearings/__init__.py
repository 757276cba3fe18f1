"""Court hearings, their checklist, and the admissibility of exhibits."""
