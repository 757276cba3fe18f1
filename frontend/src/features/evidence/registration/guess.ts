/** What the names of files suggest about a new exhibit: its category and kind. Pure. */
import type { Category, Kind } from '@/api/views';

const CATEGORIES: Partial<Record<Category, readonly string[]>> = {
  content_data: ['eml', 'mbox', 'msg', 'pst', 'ost'],
  disk_image: ['e01', 'ex01', 'dd', 'raw', 'img', 'aff4', 'vmdk', 'iso'],
  phone_extraction: ['ufd', 'ufdr', 'ufdx', 'ab'],
  network_capture: ['pcap', 'pcapng', 'cap'],
  photograph: ['jpg', 'jpeg', 'png', 'heic', 'tif', 'tiff', 'webp'],
  recording: ['mp3', 'wav', 'm4a', 'ogg', 'flac', 'mp4', 'mov', 'avi', 'mkv'],
  document: ['pdf', 'doc', 'docx', 'odt', 'rtf', 'txt'],
};

/** The category of the first file whose ending is known; null if there is none. */
export function guessCategory(names: readonly string[]): Category | null {
  for (const name of names) {
    const ending = name.toLowerCase().split('.').at(-1) ?? '';
    const found = Object.entries(CATEGORIES).find(([, endings]) => endings.includes(ending));
    if (found) return found[0] as Category;
  }
  return null;
}

export function guessKind(category: Category | null): Kind {
  return category === 'disk_image' || category === 'phone_extraction' ? 'image' : 'digital_original';
}
