import CZlib
import Foundation

/// Makes compressed streams; the window bits choose the wrapping as zlib does.
func deflated(_ data: Data, windowBits: Int32) -> Data {
  var stream = z_stream()
  deflateInit2_(
    &stream, 9, Z_DEFLATED, windowBits, 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION,
    Int32(MemoryLayout<z_stream>.size))
  defer { deflateEnd(&stream) }
  var input = [UInt8](data)
  var output = [UInt8](repeating: 0, count: Int(deflateBound(&stream, UInt(input.count))) + 64)
  let room = UInt32(output.count)
  input.withUnsafeMutableBufferPointer { source in
    output.withUnsafeMutableBufferPointer { target in
      stream.next_in = source.baseAddress
      stream.avail_in = UInt32(source.count)
      stream.next_out = target.baseAddress
      stream.avail_out = room
      deflate(&stream, Z_FINISH)
    }
  }
  return Data(output[0..<Int(room - stream.avail_out)])
}

func gzip(_ data: Data) -> Data { deflated(data, windowBits: 31) }

func gzip(_ text: String) -> Data { gzip(Data(text.utf8)) }

func zlib(_ text: String) -> Data { deflated(Data(text.utf8), windowBits: 15) }

func base64(_ data: Data) -> String {
  data.base64EncodedString(options: [.lineLength76Characters, .endLineWithLineFeed])
}
