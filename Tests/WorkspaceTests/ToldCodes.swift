extension Program.Outcome {
  /// The codes of all that a check tells.
  var told: Set<String> { Set((errors + output).matches(of: #/\[([a-z-]+)\]:/#).map { String($0.1) }) }
}
