import CZlib
import Foundation

/// One member of a zip archive that a test writes; what it says of itself may be a lie.
struct ZipMember {
  var name: String
  var content: Data
  var isStored = false
  var method: UInt16?
  var isEncrypted = false
  var declaredSize: UInt32?
  var declaredChecksum: UInt32?

  init(_ name: String, _ content: Data) {
    self.name = name
    self.content = content
  }

  init(_ name: String, _ text: String) { self.init(name, Data(text.utf8)) }

  fileprivate var packed: Data { isStored ? content : deflated(content, windowBits: -15) }

  /// The fields that local and central headers share (APPNOTE 4.3.7).
  fileprivate var fields: Data {
    let crc = content.withUnsafeBytes { bytes in
      crc32(0, bytes.bindMemory(to: UInt8.self).baseAddress, UInt32(bytes.count))
    }
    let real: UInt16 = isStored ? 0 : 8
    var fields = Data()
    fields.put(UInt16(20))
    fields.put(UInt16(isEncrypted ? 1 : 0))
    fields.put(method ?? real)
    fields.put(UInt32(0))
    fields.put(declaredChecksum ?? UInt32(crc))
    fields.put(UInt32(packed.count))
    fields.put(declaredSize ?? UInt32(content.count))
    fields.put(UInt16(name.utf8.count))
    fields.put(UInt16(0))
    return fields
  }

  /// APPNOTE 4.3.12.
  fileprivate func directoryEntry(at offset: Int) -> Data {
    var entry = Data()
    entry.put(UInt32(0x0201_4b50))
    entry.put(UInt16(20))
    entry.append(fields)
    entry.append(Data(count: 10))
    entry.put(UInt32(offset))
    entry.append(Data(name.utf8))
    return entry
  }
}

func zip(_ members: ZipMember...) -> Data { zip(members) }

func zip(_ members: [ZipMember]) -> Data {
  var archive = Data()
  var directory = Data()
  for member in members {
    directory.append(member.directoryEntry(at: archive.count))
    archive.put(UInt32(0x0403_4b50))
    archive.append(member.fields)
    archive.append(Data(member.name.utf8))
    archive.append(member.packed)
  }
  let start = archive.count
  archive.append(directory)
  archive.put(UInt32(0x0605_4b50))
  archive.put(UInt32(0))
  for _ in 0..<2 { archive.put(UInt16(members.count)) }
  archive.put(UInt32(directory.count))
  archive.put(UInt32(start))
  archive.put(UInt16(0))
  return archive
}

extension Data {
  fileprivate mutating func put<Number: FixedWidthInteger>(_ number: Number) {
    Swift.withUnsafeBytes(of: number.littleEndian) { append(contentsOf: $0) }
  }
}
