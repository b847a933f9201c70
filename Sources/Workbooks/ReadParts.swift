/// Parts of an office file as they stand in it, by their name without case. Any office file: a text of Word's too.
///
/// No name in the file becomes a path: they are keys of what is returned.
/// - Parameter isWanted: asked for every part's name in small letters.
/// - Returns: the parts, or why there are none: a file that is no archive, is encrypted or goes beyond the limits.
package func readParts(
  _ bytes: [UInt8], limits: WorkbookLimits = WorkbookLimits(), where isWanted: (String) -> Bool
) -> Result<[String: [UInt8]], WorkbookRefusal> {
  let meter = WorkMeter(limits: limits)
  return bytes.withUnsafeBytes { bytes in
    do throws(WorkbookRefusal) {
      if bytes.count > limits.fileBytes { throw WorkbookRefusal(.tooLarge(.file)) }
      if let other = otherFormat(bytes) { throw WorkbookRefusal(other) }
      let archive = try PartArchive(bytes, meter: meter)
      var parts: [String: [UInt8]] = [:]
      for name in archive.names where isWanted(name) { parts[name] = try archive.contents(of: name) }
      return .success(parts)
    } catch {
      return .failure(error)
    }
  }
}
