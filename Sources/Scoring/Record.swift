import Texts

/// A daily record (S6), in 56 bytes: the only thing, beside welfare and projects, that earns a member points.
package struct Record: Sendable {
  /// The most levels and roles that an item can tell apart.
  package static let (mostLevels, mostRoles) = (1 << 14, 1 << 10 - 1)

  // First, lest room stay empty before it: there are millions.
  /// 1 unless the record says otherwise. Negative only in a correction.
  package let quantity: Quantity
  package let day: Day
  package let member: Ref<Member>
  package let item: Ref<Item>
  private var affairIndex: Int32
  /// Index into `Ledger.notes`.
  package private(set) var note: Int32
  // A year holds a million records, and -1 takes half the room of an optional.
  private let activityIndex: Int32
  private let workIndex: Int32
  private var correctedIndex: Int32
  private let file: Int32
  private var line: Int32
  private var bits: RecordBits

  /// Index of the item's level; 0 for items without levels.
  package var level: Int32 { bits.level }
  package var place: Place { Place(file: file, line: line, column: bits.column) }
  package var activity: Ref<Activity>? { activityIndex < 0 ? nil : Ref(Int(activityIndex)) }
  /// Overrides the item's own work as evidence.
  package var work: Ref<Work>? { workIndex < 0 ? nil : Ref(Int(workIndex)) }
  /// Index into the year's records of the record this one corrects: both then count as one.
  package var corrects: Int32? { correctedIndex < 0 ? nil : correctedIndex }
  /// Index of the item's role, where it has roles.
  package var role: Int? { bits.role }
  /// The affair (事项) it belongs to, an index into `Ledger.notes`.
  package var affair: Int32? { affairIndex < 0 ? nil : affairIndex }
  /// The day it was entered, if that was later (补录).
  package var entered: Day? { bits.entered }

  package init(
    day: Day, member: Ref<Member>, item: Ref<Item>, quantity: Quantity, level: Int32, role: Int? = nil,
    affair: Int32? = nil,
    activity: Ref<Activity>?, work: Ref<Work>?, note: Int32, corrects: Int32?, entered: Day?, place: Place
  ) {
    self.day = day
    self.member = member
    self.item = item
    self.quantity = quantity
    self.note = note
    affairIndex = affair ?? -1
    activityIndex = activity?.index ?? -1
    workIndex = work?.index ?? -1
    correctedIndex = corrects ?? -1
    (file, line) = (place.file, place.line)
    bits = RecordBits(level: level, role: role, entered: entered, column: place.column)
  }

  /// A correction with the level, role and affair of what it corrects, where it leaves them to it.
  package func completed(by root: Record, level: Bool, role: Bool, affair: Bool) -> Record {
    var record = self
    if level { record.bits.take(levelOf: root.bits) }
    if role { record.bits.take(roleOf: root.bits) }
    if affair { record.affairIndex = root.affairIndex }
    return record
  }

  package func correcting(_ target: Int32) -> Record {
    var record = self
    record.correctedIndex = target
    return record
  }

  /// The same record where its words have other numbers and lines stand before those it was counted in.
  package func noting(_ note: Int32, affair: Int32?, linesBefore: Int32) -> Record {
    var record = self
    record.note = note
    record.affairIndex = affair ?? -1
    record.line += linesBefore
    return record
  }
}

/// A daily record of a branch's: of an item of the branches' standard that isn't rated (S21).
package struct BranchRecord: Sendable {
  /// What it says, as the engine reads it: its member and item are this branch and the branches' item.
  package let entry: Record

  /// Of a record read as a member's, whose member and item are indexes of a branch and of a branches' item.
  package init(entry: Record) { self.entry = entry }

  package var branch: Ref<Branch> { Ref(Int(entry.member.index)) }
  package var item: Ref<BranchItem> { Ref(Int(entry.item.index)) }
  package var day: Day { entry.day }
  package var quantity: Quantity { entry.quantity }
  package var level: Int32 { entry.level }
  package var role: Int? { entry.role }
  package var affair: Int32? { entry.affair }
  package var note: Int32 { entry.note }
  package var activity: Ref<Activity>? { entry.activity }
  package var work: Ref<Work>? { entry.work }
  /// Index into the year's branch records.
  package var corrects: Int32? { entry.corrects }
  package var entered: Day? { entry.entered }
  package var place: Place { entry.place }
}
