/// The patterns by which kinds of mail differ where colours do not: each kind has one of its own.
enum Patterns {
  /// To stand once in a document, before they are used.
  static let definitions: HTML = """
    <svg class="patterns" width="0" height="0" aria-hidden="true"><defs>
    <pattern id="hatch" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect width="5" height="5" class="ground risk"/><rect width="2" height="5" class="over"/></pattern>
    <pattern id="dots" width="6" height="6" patternUnits="userSpaceOnUse"><rect width="6" height="6" class="ground question"/><circle cx="3" cy="3" r="1.3" class="over"/></pattern>
    <pattern id="stripes" width="4" height="4" patternUnits="userSpaceOnUse"><rect width="4" height="4" class="ground spoofed"/><rect width="4" height="1" class="over"/></pattern>
    <pattern id="bars" width="6" height="6" patternUnits="userSpaceOnUse"><rect width="6" height="6" class="ground forwarded"/><rect width="1.2" height="6" class="over"/></pattern>
    <pattern id="steps" width="6" height="6" patternUnits="userSpaceOnUse"><rect width="6" height="6" class="ground repaired"/><rect width="3" height="3" class="over"/></pattern>
    </defs></svg>
    """
}
