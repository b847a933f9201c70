import Foundation

/// A table as Excel or WPS save it in China → UTF-8, by the C library's converter.
/// A byte it refuses is replaced by U+FFFD and named as the fault; only the first one is.
func decodeGB18030(_ bytes: [UInt8]) -> DecodedText {
  let converter = iconv_open("UTF-8", "GB18030")
  precondition(converter != iconv_t(bitPattern: -1), "the C library has no converter for GB18030")
  defer { iconv_close(converter) }
  var input = bytes
  // Two bytes of GB18030 become at most three of UTF-8, and a refused one becomes three.
  var output = [UInt8](repeating: 0, count: bytes.count * 3 + 16)
  var fault: DecodedText.Fault?
  var written = 0
  input.withUnsafeMutableBytes { source in
    output.withUnsafeMutableBytes { target in
      var from = source.baseAddress?.assumingMemoryBound(to: CChar.self)
      var to = target.baseAddress?.assumingMemoryBound(to: CChar.self)
      var left = source.count
      var room = target.count
      while left > 0 {
        _ = iconv(converter, &from, &left, &to, &room)
        if left == 0 { break }
        let refused = source[source.count - left]
        fault = fault ?? .invalidGB18030(offset: target.count - room, byte: refused)
        for byte: UInt8 in [0xEF, 0xBF, 0xBD] {
          to?.pointee = CChar(bitPattern: byte)
          to = to?.advanced(by: 1)
          room -= 1
        }
        from = from?.advanced(by: 1)
        left -= 1
        _ = iconv(converter, nil, nil, nil, nil)
      }
      written = target.count - room
    }
  }
  return DecodedText(bytes: Array(output[..<written]), faults: fault.map { [$0] } ?? [])
}
