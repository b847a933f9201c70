extension Raster {
  /// The picture upright.
  /// - Parameter orientation: as EXIF counts, 1 to 8: where the first row and column of the file stand. From 5 on rows stand
  ///   as columns.
  package func upright(_ orientation: Int) -> Raster {
    guard (2...8).contains(orientation) else { return self }
    let isLying = orientation >= 5
    let (across, down) = isLying ? (height, width) : (width, height)
    // Which of the file's axes is read backwards.
    let isFromRight = [2, 3, 7, 8].contains(orientation)
    let isFromBelow = [3, 4, 6, 7].contains(orientation)
    let turned = [UInt8](unsafeUninitializedCapacity: bytes.count) { room, count in
      room.initialize(repeating: 0)
      bytes.withUnsafeBufferPointer { bytes in
        for y in 0..<down {
          for x in 0..<across {
            let (column, row) = isLying ? (y, x) : (x, y)
            let from = (isFromBelow ? height - 1 - row : row) * width + (isFromRight ? width - 1 - column : column)
            for channel in 0..<channels {
              room[(y * across + x) * channels + channel] = bytes[from * channels + channel]
            }
          }
        }
      }
      count = room.count
    }
    return Raster(width: across, height: down, channels: channels, bytes: turned)
  }
}
