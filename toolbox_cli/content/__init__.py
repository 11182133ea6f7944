"""The only place that reads YAML."""
