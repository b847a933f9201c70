/// A certificate's frame: its lines are the holder's twelve months, a line a day, from above and from below.
struct HolderOrnament {
  private let lines: DayLines
  private let scale: LineScale

  init(_ lines: DayLines, _ scale: LineScale) {
    self.lines = lines
    self.scale = scale
  }

  private static let (width, height) = (26900, 18200)
  private static let longest = 2050

  var svg: String {
    var data = ""
    for day in lines.days {
      let (owed, chosen) = lines[day]
      guard owed + chosen > 0 else { continue }
      let x = mm(dayPosition(day, of: lines.days.count, width: Self.width))
      let length = mm(max(80, scale.length(owed + chosen, most: Self.longest)))
      data += "M\(x) 0v\(length)M\(x) \(mm(Self.height))v-\(length)"
    }
    var drawing = MillimetreDrawing(width: Self.width, height: Self.height)
    drawing.frame(Ink.gold, pen: 35)
    drawing.stroke(data, Ink.gold, pen: 32)
    return drawing.svg
  }
}
