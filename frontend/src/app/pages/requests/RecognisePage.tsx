export { RecogniseScreen as RecognisePage } from '@/features/requests/recognise/RecogniseScreen';
