"""Forms and views of the domain `retention`: retention rules, holds, erasure of exhibits and of fields."""
