public import Facts
import DMARC
import GRDB

extension ReportDatabase {
  /// All notes, by topic, domain and subject.
  public func watchNotes() throws -> [WatchNote] {
    try read { db in
      let sql = """
        SELECT topic, domain, subject, value, since FROM watch_note ORDER BY topic, domain, subject
        """
      return try Row.fetchAll(db, sql: sql).map { row in
        WatchNote(
          topic: row[0], domain: row[1], subject: row[2], value: row[3],
          since: Day(number: row[4]))
      }
    }
  }

  /// Puts notes in place of all there are.
  public func keepWatchNotes(_ notes: [WatchNote]) throws {
    try write { db in
      try db.execute(sql: "DELETE FROM watch_note")
      for note in notes {
        try db.execute(
          sql: """
            INSERT OR REPLACE INTO watch_note (topic, domain, subject, value, since)
            VALUES (?, ?, ?, ?, ?)
            """,
          arguments: [note.topic, note.domain, note.subject, note.value, note.since.number])
      }
    }
  }

  /// Claims a mail by its Message-ID; `false` where somebody did already.
  public func claimMail(_ messageID: String, now: Int64) throws -> Bool {
    try write { db in
      try db.execute(
        sql: "INSERT OR IGNORE INTO sent_mail (message_id, sent) VALUES (?, ?)",
        arguments: [messageID, now])
      return db.changesCount > 0
    }
  }

  /// Takes back the claim of a mail that could not be sent.
  public func releaseMail(_ messageID: String) throws {
    try write { db in
      try db.execute(sql: "DELETE FROM sent_mail WHERE message_id = ?", arguments: [messageID])
    }
  }
}
