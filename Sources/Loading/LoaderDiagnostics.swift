import Diagnostics
import Picturing
import Texts

extension Diagnostic {
  static func fault(_ fault: DecodedText.Fault, in file: SourceFile, file index: Int32) -> Diagnostic {
    switch fault {
    case .invalidUTF8(let offset, let byte):
      Diagnostic(
        .invalidUTF8, at: file.place(of: offset, index),
        message: Bilingual(
          zh: "这里的字节 0x\(hex(byte)) 不是 UTF-8 文字", en: "byte 0x\(hex(byte)) here is not UTF-8 text"),
        remedy: Bilingual(zh: "把这个文件另存为 UTF-8 编码", en: "save the file again as UTF-8"))
    case .invalidGB18030(let offset, let byte):
      Diagnostic(
        .invalidGB18030, at: file.place(of: offset, index),
        message: Bilingual(
          zh: "文件不是 UTF-8；按 GB18030 读取，这里的字节 0x\(hex(byte)) 不是文字",
          en: "the file is not UTF-8; read as GB18030, byte 0x\(hex(byte)) here is not text"),
        remedy: Bilingual(
          zh: "在 Excel 或 WPS 中另存为“CSV UTF-8（逗号分隔）”", en: "save it from the spreadsheet as “CSV UTF-8”"))
    case .nulByte(let offset):
      Diagnostic(
        .nulByte, at: file.place(of: offset, index),
        message: Bilingual(zh: "文件里有空字节（NUL），它可能不是文本文件", en: "a NUL byte: this may not be a text file"),
        remedy: Bilingual(zh: "用文本编辑器删去这个字节，或重新导出文件", en: "remove the byte in an editor, or export the file again"))
    case .utf16:
      Diagnostic(
        .invalidUTF8, at: Place(file: index, line: 1),
        message: Bilingual(zh: "文件是 UTF-16（“Unicode 文本”）编码", en: "the file is UTF-16 (“Unicode text”)"),
        remedy: Bilingual(zh: "另存为 UTF-8 编码", en: "save it as UTF-8"))
    }
  }

  static func missingFolder(_ path: String) -> Diagnostic {
    Diagnostic(
      .missingFile, at: nil, path: path,
      message: Bilingual(zh: "项目里没有 \(path) 文件夹", en: "the project has no folder \(path)"),
      remedy: Bilingual(
        zh: "在项目文件夹里运行，或用 --project 指明它", en: "run inside the project folder, or name it with --project"))
  }

  package static func link(_ path: String) -> Diagnostic {
    Diagnostic(
      .unsafePath, at: nil, path: path,
      message: Bilingual(
        zh: "\(path) 是符号链接，内容不能引用项目之外的文件", en: "\(path) is a symbolic link; content stays in its folder"),
      remedy: Bilingual(zh: "把文件本身复制进来，代替链接", en: "copy the file itself in place of the link"))
  }

  static func notAFile(_ path: String) -> Diagnostic {
    Diagnostic(
      .unsafePath, at: nil, path: path,
      message: Bilingual(zh: "\(path) 不是普通文件或文件夹", en: "\(path) is neither a file nor a folder"),
      remedy: Bilingual(zh: "把它移出项目", en: "move it out of the project"))
  }

  package static func tooDeep(_ path: String) -> Diagnostic {
    Diagnostic(
      .unsafePath, at: nil, path: path,
      message: Bilingual(zh: "文件夹嵌套过深", en: "folders are nested too deeply"),
      remedy: Bilingual(zh: "把文件放到上层文件夹", en: "move the files to a folder further up"))
  }

  static func unreadableName(_ folder: String, _ name: String?) -> Diagnostic {
    Diagnostic(
      .unsafePath, at: nil, path: folder,
      message: Bilingual(
        zh: "\(folder) 里有一个文件名含控制字符、反斜杠或不是 UTF-8",
        en: "a file name in \(folder) has a control character or a backslash, or is not UTF-8"),
      remedy: Bilingual(zh: "给它改名", en: "rename the file"))
  }

  static func noneOnWindows(_ path: String) -> Diagnostic {
    Diagnostic(
      .unsafePath, .warning, at: nil, path: path,
      message: Bilingual(
        zh: "\(path) 的名字在 Windows 上放不下", en: "\(path) has a name that no file on Windows can have"),
      remedy: Bilingual(
        zh: "改名：不用 : * ? \" < > |，不以点或空格结尾，不叫 CON、NUL 之类；不然拷到 U 盘或从档案里解开时会丢",
        en:
          "rename it, without : * ? \" < > |, a dot or blank at its end, or CON, NUL and the like: copied to a stick or unpacked from an archive it would be lost"
      ))
  }

  static func unknownKind(_ path: String) -> Diagnostic {
    let isOfPhone = [".heic", ".heif", ".avif"].contains { path.lowercased().ends(with: $0) }
    return Diagnostic(
      .unknownFile, at: nil, path: path,
      message: Bilingual(zh: "不认识 \(path) 这种文件", en: "\(path) is no kind of file that is read"),
      remedy: isOfPhone
        ? Bilingual(
          zh: "另存为 JPG；苹果手机在“设置 › 相机 › 格式”里选“兼容性最佳”，以后拍的就是 JPG",
          en: "save it as JPEG; an iPhone takes JPEG with Settings › Camera › Formats › Most Compatible")
        : Bilingual(
          zh: "表格用 .xlsx 或 .csv，图片用 .svg、.png、.jpg、.webp、.gif；用不着的文件请移走",
          en: "save tables as .xlsx or .csv, pictures as .svg, .png, .jpg, .webp or .gif; move other files away"))
  }

  package static func tooLarge(_ path: String, size: Int, limit: Int, isPicture: Bool = false) -> Diagnostic {
    Diagnostic(
      .fileTooLarge, at: nil, path: path,
      message: Bilingual(
        zh: "\(path) 有 \(size) 字节，超过上限 \(limit >> 20) MiB",
        en: "\(path) has \(size) bytes, more than \(limit >> 20) MiB"),
      remedy: isPicture
        ? Bilingual(zh: "缩小图片再放进来", en: "make the picture smaller")
        : Bilingual(zh: "把它拆成几个文件", en: "split it into several files"))
  }

  static func caseClash(_ path: String, _ other: String) -> Diagnostic {
    Diagnostic(
      .pathConflict, at: nil, path: path,
      message: Bilingual(
        zh: "\(path) 与 \(other) 只差大小写或字符的编码方式",
        en: "\(path) and \(other) differ only in case, or in how their letters are encoded"),
      remedy: Bilingual(zh: "改其中一个的名字", en: "rename one of them"))
  }

  static func tooManyPixels(_ path: String, _ pixels: PixelSize) -> Diagnostic {
    Diagnostic(
      .fileTooLarge, at: nil, path: path,
      message: Bilingual(
        zh: "图片 \(path) 有 \(pixels.width)×\(pixels.height) 个像素，太多了",
        en: "picture \(path) has \(pixels.width) × \(pixels.height) pixels, which is too many"),
      remedy: Bilingual(
        zh: "缩小到四千万像素以内再放进来，例如 6000×4000", en: "make it smaller than 40 million pixels, such as 6000 × 4000"))
  }

  package static func damagedPicture(_ path: String) -> Diagnostic {
    Diagnostic(
      .damagedPicture, .warning, at: nil, path: path,
      message: Bilingual(
        zh: "图片 \(path) 已损坏，或不是文件名所说的格式；读不懂的部分不发布",
        en: "picture \(path) is damaged, or not of the kind its name says; what can't be read isn't published"),
      remedy: Bilingual(zh: "重新拷贝这张图片，或另存为 JPG、PNG", en: "copy the picture again, or save it as JPEG or PNG"))
  }

  static func unsafeDrawing(_ path: String, _ fault: DrawingFault) -> Diagnostic {
    Diagnostic(
      .unsafeLink, at: nil, path: path,
      message: Bilingual(
        zh: "图片 \(path) 第 \(fault.line) 行第 \(fault.column) 列：\(fault.reason.zh)",
        en: "picture \(path), line \(fault.line), column \(fault.column): \(fault.reason.en)"),
      remedy: Bilingual(
        zh: "从绘图软件另存为普通 SVG（不含脚本和外部引用），或改用 PNG",
        en: "export it as plain SVG without scripts or outside references, or as PNG"))
  }
}

extension SourceFile {
  /// Line and column, in Unicode scalars, of a byte.
  package func place(of offset: Int, _ index: Int32) -> Place {
    let before = bytes[..<offset]
    let line = before.count { $0 == 0x0A } + 1
    let start = before.lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
    // Every scalar has exactly one byte that is not a continuation.
    let column = before[start...].count { $0 & 0xC0 != 0x80 } + 1
    return Place(file: index, line: Int32(line), column: Int32(column))
  }
}

private func hex(_ byte: UInt8) -> String {
  let digits = String(byte, radix: 16, uppercase: true)
  return byte < 16 ? "0\(digits)" : digits
}
