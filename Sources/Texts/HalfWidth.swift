extension Unicode.Scalar {
  /// ASCII and the space that are as wide as a Han, as they are without; everything else as it is.
  package var halfWidth: Unicode.Scalar {
    if value == 0x3000 { return " " }
    guard (0xFF01...0xFF5E).contains(value), let half = Unicode.Scalar(value - 0xFEE0) else { return self }
    return half
  }
}
