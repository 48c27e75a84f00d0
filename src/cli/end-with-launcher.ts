const LOOK_EVERY_MS = 500;

/**
 * Ends this process as a request to end would (SIGTERM) once the launcher that started it has gone. The launcher names itself in FATHOM_LAUNCHER where an
 * older Node started Fathom; killed outright, it passes no signal on, and the work would go on unseen.
 */
export function endWithLauncher(): void {
  const launcher = Number(process.env['FATHOM_LAUNCHER']);
  // Programs that this process starts have it for a parent, not the launcher.
  delete process.env['FATHOM_LAUNCHER'];
  if (!launcher) return;
  const look = setInterval(() => {
    if (process.ppid === launcher) return;
    clearInterval(look);
    process.kill(process.pid, 'SIGTERM');
  }, LOOK_EVERY_MS);
  look.unref();
}
