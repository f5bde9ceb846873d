"""The Hall effect: resistivity, conductivity, and the unit of quantised resistance."""
