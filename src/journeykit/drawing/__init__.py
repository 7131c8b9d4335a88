"""Pictures: journeys and models become scenes of shapes, and scenes become SVG or DOT."""
