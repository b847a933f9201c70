import Texts

extension FormContext {
  /// What people call the colour of a cell; `nil` for white and greys, which mark headings.
  func colourName(_ colour: Int) -> String? {
    guard colour > 0, colour <= colours.count else { return nil }
    let hex = colours[colour - 1]
    guard hex.utf8.count == 8, let value = UInt32(hex, radix: 16) else { return hex }
    let (red, green, blue) = (Int(value >> 16 & 0xFF), Int(value >> 8 & 0xFF), Int(value & 0xFF))
    let (most, least) = (max(red, green, blue), min(red, green, blue))
    if most - least < 24 { return nil }
    // Degrees of the colour circle.
    let step = 60 * (most == red ? green - blue : most == green ? blue - red : red - green) / (most - least)
    let hue = (step + (most == red ? 360 : most == green ? 120 : 240)) % 360
    switch hue {
    case 15..<42: return "橙"
    case 42..<70: return "黄"
    case 70..<165: return "绿"
    case 165..<200: return "青"
    case 200..<260: return "蓝"
    case 260..<330: return "紫"
    default: return most > 240 && least > 150 ? "粉" : "红"
    }
  }
}
