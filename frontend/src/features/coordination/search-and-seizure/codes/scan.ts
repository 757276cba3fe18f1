/** Reading a QR code: by the browser where it can, else in plain JavaScript (no WebAssembly: the page's policy forbids it). */
import { binarize, Decoder, Detector, grayscale } from '@nuintun/qrcode';

type Barcode = { rawValue: string };
type Native = { detect: (image: CanvasImageSource) => Promise<Barcode[]> };
declare global {
  interface Window {
    BarcodeDetector?: { new (options: { formats: string[] }): Native; getSupportedFormats: () => Promise<string[]> };
  }
}

/** The text of the first code in a picture. */
export function decode(image: ImageData): string | null {
  const matrix = binarize(grayscale(image), image.width, image.height);
  const found = new Detector().detect(matrix);
  const decoder = new Decoder();
  for (let one = found.next(); !one.done; one = found.next(false)) {
    try {
      return decoder.decode(one.value.matrix).content;
    } catch {
      // A corner that only looked like one.
    }
  }
  return null;
}

type Reader = (video: HTMLVideoElement) => Promise<string | null>;

/** As large as a code needs to be read, and as small as a telephone decodes five times a second. */
const WIDEST = 640;

export async function reader(): Promise<Reader> {
  const Detected = window.BarcodeDetector;
  if (Detected && (await Detected.getSupportedFormats().catch((): string[] => [])).includes('qr_code')) {
    const native = new Detected({ formats: ['qr_code'] });
    return async (video) => (await native.detect(video))[0]?.rawValue ?? null;
  }
  const canvas = document.createElement('canvas');
  const context = canvas.getContext('2d', { willReadFrequently: true });
  return (video) => {
    const scale = Math.min(1, WIDEST / video.videoWidth);
    canvas.width = Math.round(video.videoWidth * scale);
    canvas.height = Math.round(video.videoHeight * scale);
    if (!context || canvas.width === 0 || canvas.height === 0) return Promise.resolve(null);
    context.drawImage(video, 0, 0, canvas.width, canvas.height);
    return Promise.resolve(decode(context.getImageData(0, 0, canvas.width, canvas.height)));
  };
}
