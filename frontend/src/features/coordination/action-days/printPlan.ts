/** Prints the screen in the light theme. */
export function printPlan(): void {
  const root = document.documentElement;
  const former = root.getAttribute('data-mantine-color-scheme');
  root.setAttribute('data-mantine-color-scheme', 'light');
  addEventListener(
    'afterprint',
    () => {
      if (former) root.setAttribute('data-mantine-color-scheme', former);
    },
    { once: true },
  );
  print();
}
