/// The text of a record as a zone file or `dig` shows it.
enum ZoneText {
  /// The text without quotes: quoted pieces are one text (RFC 7208 3.3), and what has none stays.
  static func unquoted(_ text: String) -> String {
    let trimmed = text.drop(while: \.isWhitespace)
    guard trimmed.first == "\"" else { return text }
    var result = ""
    var isInside = false
    var isMarked = false
    for character in trimmed {
      if isMarked || (isInside && character != "\"" && character != "\\") {
        result.append(character)
        isMarked = false
      } else if character == "\\", isInside {
        isMarked = true
      } else if character == "\"" {
        isInside.toggle()
      } else if !character.isWhitespace {
        // Not made of quoted pieces alone, so it is no such text.
        return text
      }
    }
    return isInside ? text : result
  }
}
