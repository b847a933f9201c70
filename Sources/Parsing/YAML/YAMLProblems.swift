import Diagnostics

extension Bilingual {
  /// What libyaml says in English, in both languages and in the words of people who write content by hand.
  static func yamlProblem(_ problem: String) -> Bilingual {
    yamlProblems[problem] ?? Bilingual(zh: "这里不合 YAML 的写法", en: "this isn't YAML")
  }
}

/// All that the scanner and the parser of libyaml 0.2.5 can say of a text, but for anchors, tags and directives, which
/// aren't read here and whose lines get the general word.
let yamlProblems: [String: Bilingual] = [
  "could not find expected ':'": Bilingual(
    zh: "这里缺冒号：上面一行或这一行不是“键: 值”", en: "a colon is missing: this line or the one above is no “key: value”"),
  "mapping values are not allowed in this context": Bilingual(
    zh: "这里不能再有冒号：缩进不对，或上面一行缺冒号", en: "no colon can stand here: the indentation is wrong, or the line above lacks one"),
  "did not find expected alphabetic or numeric character": Bilingual(
    zh: "这里不用锚点和别名：以 & 或 * 开头的文字用双引号括起", en: "no anchors and aliases here: quote text that begins with & or *"),
  "mapping keys are not allowed in this context": Bilingual(zh: "这里不能开始一个键", en: "no key can begin here"),
  "block sequence entries are not allowed in this context": Bilingual(
    zh: "这里不能开始一个列表项（- ）", en: "no list item (- ) can begin here"),
  "did not find expected key": Bilingual(
    zh: "这里应当是一个键：缩进和上面的键不齐，或引号后面还有文字",
    en: "a key should stand here: it isn't aligned with the keys above, or text follows a quote"),
  "did not find expected '-' indicator": Bilingual(
    zh: "这里应当是列表项（- ）：缩进和上面的列表项不齐", en: "a list item (- ) should stand here, aligned with those above"),
  "did not find expected ',' or ']'": Bilingual(
    zh: "方括号里的列表缺逗号或没有右括号 ]", en: "a list in brackets lacks a comma or its ]"),
  "did not find expected ',' or '}'": Bilingual(
    zh: "花括号里缺逗号或没有右括号 }", en: "a table in braces lacks a comma or its }"),
  "did not find expected node content": Bilingual(zh: "这里应当有一个值", en: "a value should stand here"),
  "did not find expected <document start>": Bilingual(
    zh: "这里多出一段，接不上前面的内容", en: "this doesn't belong to what stands before it"),
  "did not find expected comment or line break": Bilingual(
    zh: "| 或 > 的后面要另起一行", en: "the text after | or > begins on the next line"),
  "found character that cannot start any token": Bilingual(
    zh: "值不能这样开头：@、`、% 和制表符要放进引号", en: "no value begins so: put @, `, % and tabs between quotes"),
  "found a tab character that violates indentation": Bilingual(zh: "缩进用了制表符", en: "the indentation holds a tab"),
  "found a tab character where an indentation space is expected": Bilingual(
    zh: "缩进用了制表符", en: "the indentation holds a tab"),
  "found an indentation indicator equal to 0": Bilingual(
    zh: "| 或 > 后面的缩进数不能是 0", en: "the indentation after | or > can't be 0"),
  "found unexpected end of stream": Bilingual(
    zh: "到文件末尾引号还没有配对", en: "a quote isn't closed by the end of the file"),
  "found unexpected document indicator": Bilingual(
    zh: "引号还没有配对，就遇到了 --- 或 ...", en: "a quote isn't closed before --- or ..."),
  "found unexpected ':'": Bilingual(zh: "这里不能有冒号，把整段文字用双引号括起", en: "no colon can stand here; quote the text"),
  "found unknown escape character": Bilingual(
    zh: "双引号里不认识这个反斜杠写法；要反斜杠本身就写 \\\\ 或用单引号",
    en: "an unknown escape between double quotes; write \\\\ for a backslash, or use single quotes"),
  "did not find expected hexdecimal number": Bilingual(
    zh: "\\x、\\u 后面要写十六进制数字", en: "hexadecimal digits should follow \\x or \\u"),
  "found invalid Unicode character escape code": Bilingual(
    zh: "\\u 后面不是一个字符的编号", en: "the number after \\u is no character's"),
]
