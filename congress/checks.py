"""System checks of the installation; registered when the app is ready."""
