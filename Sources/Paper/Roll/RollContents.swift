extension RollBinding {
  /// The contents as one page holds them: winners in as many columns as it takes, with the drawing above if there is room.
  /// Where no column has room for all, the index alone has their names.
  func fitted(_ entries: [PrintedHonorRoll.Entry]) -> (entries: [PrintedHonorRoll.Entry], hasDrawing: Bool) {
    let people = entries.flatMap(\.people)
    // In tenths of a millimetre: the head, a line of the contents, and of names below one.
    let room = RollPages.room - 240 - 100 * entries.count - 20
    func height(_ columns: Int) -> Int { 61 * ((people.count + columns - 1) / columns) }
    let possible = [1, 2, 3]
    let withDrawing = possible.first { height($0) <= room - 600 && ($0 == 1 || people.count > 14) }
    guard let columns = withDrawing ?? possible.first(where: { height($0) <= room }) else {
      return (entries.map { $0.with(columns: 1, people: []) }, true)
    }
    return (entries.map { $0.with(columns: columns, people: $0.people) }, withDrawing != nil)
  }
}

extension PrintedHonorRoll.Entry {
  fileprivate func with(columns: Int, people: [Person]) -> Self {
    var entry = self
    entry.columns = columns
    entry.people = people
    return entry
  }
}
