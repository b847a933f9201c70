import ArgumentParser

@main
struct DualPoints: ParsableCommand {}
