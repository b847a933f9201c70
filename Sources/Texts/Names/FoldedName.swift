extension String {
  /// A name as it is looked up: what two people mean to be one name has one folding.
  ///
  /// Full-width and half-width signs are one, and so are capitals and small letters and the ideographs that Unicode keeps
  /// twice (`FoldedIdeographs`). What is drawn as nothing is nothing. Beside a Han no blank counts, of whatever kind; between words of other
  /// scripts a run of them is one. Between Han the dot of a long name doesn't count either, whichever of the many it is;
  /// elsewhere all of them are `·`. Never shown: pages show a name as it was defined.
  package var foldedName: String {
    // Ids, and most names: nothing is folded in them.
    if unicodeScalars.allSatisfy({ (0x4E00...0x9FFF).contains($0.value) || isFolded($0) }) { return self }
    var folding = NameFolding()
    for scalar in unicodeScalars { folding.add(scalar) }
    return String(folding.finished)
  }
}

extension String {
  /// Whether something that isn't drawn, or a blank that isn't a space, stands between two letters or digits of ASCII: within
  /// a word or an id nobody means that, while between Han it is how names are set apart.
  package var hidesWithinLatin: Bool {
    let scalars = Array(unicodeScalars)
    return scalars.indices.dropFirst().dropLast().contains { index in
      let isHidden = scalars[index].isUnseen && scalars[index] != " " && scalars[index].value != 0x3000
      return isHidden && isOfWord(scalars[index - 1]) && isOfWord(scalars[index + 1])
    }
  }
}

private func isOfWord(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar {
  case "a"..."z", "A"..."Z", "0"..."9", "-", "_": true
  default: false
  }
}

/// A sign of an id, which is its own folding, beside a Han too: most of what is looked up.
private func isFolded(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar {
  case "a"..."z", "0"..."9", "-": true
  default: false
  }
}

private struct NameFolding {
  private var folded = String.UnicodeScalarView()
  private var last: Unicode.Scalar?
  /// What stands since the last sign, and may count or not: that depends on the next.
  private var dots: [Unicode.Scalar] = []
  private var isBlank = false

  /// A dot at the end is one.
  var finished: String.UnicodeScalarView {
    var whole = folded
    whole.append(contentsOf: dots)
    return whole
  }

  mutating func add(_ scalar: Unicode.Scalar) {
    if scalar.isUnseen {
      isBlank = isBlank || scalar.properties.isWhitespace
    } else if scalar.isNameDot {
      dots.append("·")
    } else if scalar.value == 0x2E || scalar.value == 0xFF0E {
      dots.append(".")
    } else if let meant = FoldedIdeographs.meant(by: scalar) {
      append(meant)
    } else {
      for part in scalar.meant.small { append(part) }
    }
  }

  private mutating func append(_ scalar: Unicode.Scalar) {
    if let last {
      if !dots.isEmpty {
        if !last.isHan || !scalar.isHan { folded.append(contentsOf: dots) }
      } else if isBlank, last.partsWords, scalar.partsWords {
        folded.append(" ")
      }
    } else {
      folded.append(contentsOf: dots)
    }
    folded.append(scalar)
    last = scalar
    dots.removeAll(keepingCapacity: true)
    isBlank = false
  }
}

extension Unicode.Scalar {
  fileprivate var isHan: Bool { properties.isIdeographic }

  /// A letter or digit of a script that sets its words apart.
  fileprivate var partsWords: Bool {
    !isHan && (properties.isAlphabetic || properties.numericType != nil)
  }

  /// One of the dots that stand between the parts of a long name.
  package var isNameDot: Bool {
    switch value {
    case 0xB7, 0x2022, 0x2027, 0x2219, 0x22C5, 0x30FB, 0xFF65: true
    default: false
    }
  }

  /// ASCII that is as wide as a Han, and numbers in one sign (Ⅲ, ③), as what they stand for.
  fileprivate var meant: String.UnicodeScalarView {
    switch value {
    case 0x2160...0x216B: romanNumbers[Int(value - 0x2160)].unicodeScalars
    case 0x2170...0x217B: romanNumbers[Int(value - 0x2170)].unicodeScalars
    case 0x2460...0x2473: "\(value - 0x245F)".unicodeScalars
    default: CollectionOfOne(halfWidth).text
    }
  }
}

private let romanNumbers = ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII"]

extension Collection<Unicode.Scalar> {
  fileprivate var text: String.UnicodeScalarView { String.UnicodeScalarView(self) }

  fileprivate var small: [Unicode.Scalar] { flatMap { $0.properties.lowercaseMapping.unicodeScalars } }
}
