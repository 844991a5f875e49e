PERSONAL = {"User": {"email", "name", "job"}}
HARMLESS = {"User": {"id", "code", "password", "last_login", "is_active", "joined_at"}}
