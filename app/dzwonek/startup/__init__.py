"""The only place that builds: all parts are made and connected here, and stopped in reverse."""
