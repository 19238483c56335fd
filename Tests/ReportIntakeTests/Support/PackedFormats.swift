import CBzip2
import CLZ4
import CLzma
import CZstd
import Foundation
import ReportIntake

/// Packs data in the formats that are read besides gzip and zip.
func packed(_ data: Data, _ format: PackedFormat) -> Data {
  let input = [UInt8](data)
  switch format {
  case .zstd:
    return output(ZSTD_compressBound(input.count)) { room in
      ZSTD_compress(room.baseAddress, room.count, input, input.count, 3)
    }
  case .lz4:
    return output(LZ4F_compressFrameBound(input.count, nil)) { room in
      LZ4F_compressFrame(room.baseAddress, room.count, input, input.count, nil)
    }
  case .bzip2:
    return output(input.count + input.count / 100 + 700) { room in
      var length = UInt32(room.count)
      let target = room.baseAddress?.assumingMemoryBound(to: CChar.self)
      var source = input.map(CChar.init(bitPattern:))
      BZ2_bzBuffToBuffCompress(target, &length, &source, UInt32(source.count), 9, 0, 0)
      return Int(length)
    }
  case .xz:
    return output(lzma_stream_buffer_bound(input.count)) { room in
      var length = 0
      lzma_easy_buffer_encode(
        6, LZMA_CHECK_CRC64, nil, input, input.count,
        room.baseAddress?.assumingMemoryBound(to: UInt8.self), &length, room.count)
      return length
    }
  case .dovecotLZ4: return dovecot(input)
  }
}

private func output(_ room: Int, _ body: (UnsafeMutableRawBufferPointer) -> Int) -> Data {
  var bytes = [UInt8](repeating: 0, count: room)
  let count = bytes.withUnsafeMutableBytes(body)
  return Data(bytes.prefix(count))
}

/// As Dovecot's zlib plugin writes it: blocks of 64 KiB behind their lengths.
private func dovecot(_ input: [UInt8]) -> Data {
  let blockBytes = 1 << 16
  var data = Data("Dovecot-LZ4\r*".utf8) + [0x9b, 0xc5] + bigEndian(blockBytes)
  for start in stride(from: 0, to: input.count, by: blockBytes) {
    let block = input[start..<min(start + blockBytes, input.count)].map(CChar.init(bitPattern:))
    let packed = output(Int(LZ4_compressBound(Int32(block.count)))) { room in
      Int(
        LZ4_compress_default(
          block, room.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(block.count),
          Int32(room.count)))
    }
    data += bigEndian(packed.count) + packed
  }
  return data
}

private func bigEndian(_ number: Int) -> Data {
  Data([24, 16, 8, 0].map { UInt8(truncatingIfNeeded: number >> $0) })
}

/// Data as uuencode writes it.
func uuencoded(_ data: Data, name: String = "r.xml.gz") -> String {
  var lines = ["begin 644 \(name)"]
  let bytes = [UInt8](data)
  for start in stride(from: 0, to: bytes.count, by: 45) {
    let line = bytes[start..<min(start + 45, bytes.count)]
    var letters = [UInt8(32 + line.count)]
    for group in stride(from: line.startIndex, to: line.endIndex, by: 3) {
      let three = (0..<3).map { group + $0 < line.endIndex ? Int(line[group + $0]) : 0 }
      let bits = three[0] << 16 | three[1] << 8 | three[2]
      letters += [18, 12, 6, 0].map { shift in
        let value = UInt8(bits >> shift & 63)
        return value == 0 ? 96 : 32 + value
      }
    }
    lines.append(String(decoding: letters, as: UTF8.self))
  }
  return (lines + ["`", "end", ""]).joined(separator: "\n")
}
