extension Raster {
  /// The same picture with fewer pixels.
  ///
  /// Light is added up as light: values are squared before and rooted after, which is near enough to what screens do and
  /// needs no fraction. So fine patterns keep their brightness, and a clear pixel lends its neighbours no colour.
  /// - Precondition: neither side grows.
  package func scaled(toWidth newWidth: Int, height newHeight: Int) -> Raster {
    if newWidth == width, newHeight == height { return self }
    let across = Kernel(from: width, to: newWidth)
    let down = Kernel(from: height, to: newHeight)
    let (row, newRow) = (width * channels, newWidth * channels)
    var narrowed = [UInt16](repeating: 0, count: height * newRow)
    var light = [UInt16](repeating: 0, count: row)
    narrowed.withUnsafeMutableBufferPointer { narrowed in
      bytes.withUnsafeBufferPointer { bytes in
        light.withUnsafeMutableBufferPointer { light in
          for y in 0..<height {
            lit(bytes[(y * row)..<(y + 1) * row], channels, into: light)
            across.apply(light, to: narrowed, at: y * newRow, channels)
          }
        }
      }
    }
    let scaled = down.applyDownwards(narrowed, row: newRow, rows: newHeight) { line, room in
      dimmed(line, channels, into: room)
    }
    return Raster(width: newWidth, height: newHeight, channels: channels, bytes: scaled)
  }
}

/// The most a value squared comes to.
private let full = 255 * 255

/// Values as light, 0 to 65025, with alpha multiplied in.
private func lit(
  _ row: Slice<UnsafeBufferPointer<UInt8>>, _ channels: Int, into light: UnsafeMutableBufferPointer<UInt16>
) {
  let start = row.startIndex
  guard channels % 2 == 0 else {
    for at in 0..<row.count {
      let value = UInt16(row.base[start + at])
      light[at] = value * value
    }
    return
  }
  for pixel in stride(from: 0, to: row.count, by: channels) {
    let alpha = Int(row.base[start + pixel + channels - 1])
    for channel in 0..<channels - 1 {
      let value = Int(row.base[start + pixel + channel])
      light[pixel + channel] = UInt16(value * value * alpha / 255)
    }
    light[pixel + channels - 1] = UInt16(alpha * 255)
  }
}

/// Square roots of 0 to 65025, to the nearest.
private let roots: [UInt8] = {
  var root = 0
  return (0...full).map { square in
    if square > root * root + root { root += 1 }
    return UInt8(root)
  }
}()

/// Light as values again.
private func dimmed(
  _ light: UnsafeMutableBufferPointer<Int32>, _ channels: Int, into row: UnsafeMutablePointer<UInt8>
) {
  roots.withUnsafeBufferPointer { roots in
    guard channels % 2 == 0 else {
      for at in 0..<light.count { row[at] = roots[clamped(light[at])] }
      return
    }
    for pixel in stride(from: 0, to: light.count, by: channels) {
      let alpha = clamped(light[pixel + channels - 1])
      row[pixel + channels - 1] = UInt8((alpha + 127) / 255)
      for channel in 0..<channels - 1 {
        let value = clamped(light[pixel + channel])
        row[pixel + channel] = alpha == 0 ? 0 : roots[min(full, value * full / alpha)]
      }
    }
  }
}

private func clamped(_ sum: Int32) -> Int {
  Int(min(max(0, (sum + Kernel.unit / 2) >> Int32(Kernel.unitBits)), Int32(full)))
}

extension Kernel {
  /// One row made shorter.
  fileprivate func apply(
    _ light: UnsafeMutableBufferPointer<UInt16>, to narrowed: UnsafeMutableBufferPointer<UInt16>, at offset: Int,
    _ channels: Int
  ) {
    weights.withUnsafeBufferPointer { weights in
      for pixel in 0..<starts.count {
        let (from, weight) = (starts[pixel] * channels, pixel * taps)
        for channel in 0..<channels {
          var sum: Int32 = 0
          for tap in 0..<taps {
            sum &+= Int32(light[from &+ tap &* channels &+ channel]) &* weights[weight &+ tap]
          }
          narrowed[offset + pixel * channels + channel] = UInt16(clamped(sum))
        }
      }
    }
  }

  /// All rows made fewer.
  fileprivate func applyDownwards(
    _ narrowed: [UInt16], row: Int, rows: Int,
    _ finish: (UnsafeMutableBufferPointer<Int32>, UnsafeMutablePointer<UInt8>) -> Void
  ) -> [UInt8] {
    var sums = [Int32](repeating: 0, count: row)
    return [UInt8](unsafeUninitializedCapacity: row * rows) { room, count in
      room.initialize(repeating: 0)
      narrowed.withUnsafeBufferPointer { narrowed in
        sums.withUnsafeMutableBufferPointer { sums in
          for line in 0..<rows {
            sums.update(repeating: 0)
            for tap in 0..<taps {
              let (from, weight) = ((starts[line] + tap) * row, weights[line * taps + tap])
              guard weight != 0 else { continue }
              for at in 0..<row { sums[at] &+= Int32(narrowed[from &+ at]) &* weight }
            }
            guard let start = room.baseAddress else { return }
            finish(sums, start + line * row)
          }
        }
      }
      count = room.count
    }
  }
}
