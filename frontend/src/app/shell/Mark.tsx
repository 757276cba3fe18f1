/** The logo of the product. */
export function Mark({ size = 20 }: { size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 32 32" aria-hidden>
      <rect width="32" height="32" rx="5" fill="var(--mantine-color-petrol-8)" />
      <path d="M9 7v18h8M23 25V7h-8" fill="none" stroke="var(--mantine-color-white)" strokeWidth="3.2" />
    </svg>
  );
}
