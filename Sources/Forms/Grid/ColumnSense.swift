import Parsing

/// What a column of ours holds, by its name: how its cells are read.
enum ColumnSense {
  case text, day, month, minutes, number, points

  init(of column: Column) {
    switch column.name {
    case "date", "day", "joined", "confirmed", "left", "from", "to", "on", "held", "entered": self = .day
    case "month": self = .month
    case "minutes": self = .minutes
    case "quantity", "score", "ballots", "share", "budget", "value": self = .number
    case "points": self = .points
    default: self = .text
    }
  }
}
