"""A headless Chromium for the scripts beside this file: found, or installed where apt is there and the user may."""
import os
import shutil
import subprocess
import tempfile

NAMES = ("chromium", "chromium-browser", "google-chrome-stable", "google-chrome")


class NoBrowser(Exception):
    """There is none and none can be had; the text says what to do."""


def find():
    """The browser's path; raises NoBrowser."""
    wanted = os.environ.get("CHROMIUM")
    if wanted:
        if not shutil.which(wanted):
            raise SystemExit(f"CHROMIUM names {wanted}, which cannot be run: name a Chromium, or unset it")
        return wanted
    found = next((path for path in map(shutil.which, NAMES) if path), None)
    if found:
        return found
    root = [] if os.geteuid() == 0 else ["sudo", "-n"]
    if shutil.which("apt-get") and (not root or shutil.which("sudo")):
        print("Installing chromium", flush=True)
        environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
        for command in (["update", "-qq"], ["install", "-y", "-qq", "chromium"]):
            subprocess.run(
                [*root, "apt-get", "-o", "DPkg::Lock::Timeout=300", *command],
                env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False)
    found = shutil.which("chromium")
    if not found:
        raise NoBrowser("there is no Chromium here and apt cannot install it: install one, or name it in CHROMIUM")
    return found


def run(*arguments, dark=False):
    """Runs the browser without a window; gives what it says on standard output, and its log."""
    with tempfile.TemporaryDirectory() as profile:
        command = [
            find(), "--headless", "--disable-gpu", "--hide-scrollbars", "--no-first-run",
            "--disable-background-networking", "--allow-file-access-from-files", "--enable-logging=stderr",
            f"--user-data-dir={profile}", f"--blink-settings=preferredColorScheme={0 if dark else 1}",
        ]
        if os.geteuid() == 0:
            command.append("--no-sandbox")
        done = subprocess.run([*command, *arguments], capture_output=True, text=True, timeout=120, check=False)
        if done.returncode != 0:
            raise RuntimeError(f"{command[0]} ended with status {done.returncode}: {done.stderr[-2000:]}")
        return done.stdout, done.stderr


def height(path, width):
    """How high a page is at a width, in pixels."""
    with tempfile.TemporaryDirectory() as folder:
        frame = os.path.join(folder, "frame.html")
        with open(frame, "w", encoding="utf-8") as file:
            file.write(
                f'<iframe src="file://{path}" style="width:{width}px;height:10px;border:0" onload="document.body.'
                "setAttribute('data-height', Math.max(this.contentDocument.documentElement.scrollHeight,"
                'this.contentDocument.documentElement.getBoundingClientRect().height))"></iframe>')
        page, _ = run("--dump-dom", "--virtual-time-budget=5000", f"--window-size={width + 40},800", f"file://{frame}")
    return round(float(page.split('data-height="')[1].split('"')[0]))


def picture(path, target, width, dark=False, scale=2):
    """Takes a picture of a whole page, as wide as wished."""
    run(
        f"--screenshot={target}", f"--window-size={width},{height(path, width)}",
        f"--force-device-scale-factor={scale}", f"file://{path}", dark=dark)
