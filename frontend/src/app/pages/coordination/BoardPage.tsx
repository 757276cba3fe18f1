import { useParams } from '@tanstack/react-router';
import { BoardScreen } from '@/features/coordination/action-days/board/BoardScreen';

export function BoardPage() {
  const { operation } = useParams({ from: '/jits/$jit/operations/$operation/board' });
  return <BoardScreen key={operation} operation={operation} />;
}
