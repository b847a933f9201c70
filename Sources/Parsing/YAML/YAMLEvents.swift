import CYAML

/// One of libyaml's events. Its beginning and end are counted in scalars from the start of the text, as libyaml does;
/// its lines aren't ours, since it ends one at U+0085, U+2028 and U+2029 too.
struct YAMLEvent {
  enum Kind {
    case scalar(String, YAMLStyle)
    case mappingStart, sequenceStart
    /// The end of the mapping or the list begun last.
    case end
    case alias
    case documentStart, streamEnd
    /// Of no matter to anybody.
    case other
  }

  let kind: Kind
  let start: Int
  let end: Int
  var hasAnchor = false
  var hasTag = false
}

/// How a scalar is written.
enum YAMLStyle { case plain, singleQuoted, doubleQuoted, literal, folded }

/// Why libyaml can't go on.
struct YAMLFault: Error {
  enum Position {
    case scalars(Int)
    case bytes(Int)
  }

  /// In its own words, for `yamlProblems`.
  let problem: String
  let position: Position
}

/// The owner of libyaml's parser, and the only place where C is touched; nothing of C outlives an event.
struct YAMLEvents: ~Copyable {
  private let parser: UnsafeMutablePointer<yaml_parser_t>

  /// - Parameter bytes: not empty, and there as long as the parser is.
  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    parser = .allocate(capacity: 1)
    precondition(yaml_parser_initialize(parser) == 1, "no memory for a parser")
    yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
    yaml_parser_set_input_string(parser, bytes.baseAddress, bytes.count)
  }

  deinit {
    yaml_parser_delete(parser)
    parser.deallocate()
  }

  mutating func next() throws(YAMLFault) -> YAMLEvent {
    var event = yaml_event_t()
    guard yaml_parser_parse(parser, &event) == 1 else { throw fault() }
    defer { yaml_event_delete(&event) }
    let (start, end) = (Int(event.start_mark.index), Int(event.end_mark.index))
    func made(_ kind: YAMLEvent.Kind) -> YAMLEvent { YAMLEvent(kind: kind, start: start, end: end) }
    switch event.type {
    case YAML_SCALAR_EVENT:
      let scalar = event.data.scalar
      let text = String(decoding: UnsafeBufferPointer(start: scalar.value, count: scalar.length), as: UTF8.self)
      return YAMLEvent(
        kind: .scalar(text, style(scalar.style)), start: start, end: end, hasAnchor: scalar.anchor != nil,
        hasTag: scalar.tag != nil)
    case YAML_MAPPING_START_EVENT:
      let mapping = event.data.mapping_start
      return YAMLEvent(
        kind: .mappingStart, start: start, end: end, hasAnchor: mapping.anchor != nil, hasTag: mapping.tag != nil)
    case YAML_SEQUENCE_START_EVENT:
      let list = event.data.sequence_start
      return YAMLEvent(
        kind: .sequenceStart, start: start, end: end, hasAnchor: list.anchor != nil, hasTag: list.tag != nil)
    case YAML_MAPPING_END_EVENT, YAML_SEQUENCE_END_EVENT: return made(.end)
    case YAML_ALIAS_EVENT: return made(.alias)
    case YAML_DOCUMENT_START_EVENT: return made(.documentStart)
    case YAML_STREAM_END_EVENT, YAML_NO_EVENT: return made(.streamEnd)
    default: return made(.other)
    }
  }

  private func style(_ style: yaml_scalar_style_t) -> YAMLStyle {
    switch style {
    case YAML_SINGLE_QUOTED_SCALAR_STYLE: .singleQuoted
    case YAML_DOUBLE_QUOTED_SCALAR_STYLE: .doubleQuoted
    case YAML_LITERAL_SCALAR_STYLE: .literal
    case YAML_FOLDED_SCALAR_STYLE: .folded
    default: .plain
    }
  }

  private func fault() -> YAMLFault {
    let problem = parser.pointee.problem.map { String(cString: $0) } ?? ""
    return YAMLFault(
      problem: problem,
      position: parser.pointee.error == YAML_READER_ERROR
        ? .bytes(Int(parser.pointee.problem_offset)) : .scalars(Int(parser.pointee.problem_mark.index)))
  }
}
