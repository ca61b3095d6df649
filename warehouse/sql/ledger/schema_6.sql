pragma user_version = 6;
