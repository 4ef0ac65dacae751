# Files: folders are made, listed, walked, renamed and removed.
import glob
import os
import shutil

os.makedirs("a/b/c")
os.makedirs("a/b/c", exist_ok=True)
for path in ("a/one.txt", "a/b/two.txt", "a/b/c/three.log"):
    with open(path, "w") as f:
        f.write(path)
print(sorted(os.listdir("a")), os.path.isdir("a/b"), os.path.isfile("a/b"), os.path.exists("a/x"))
for folder, folders, files in os.walk("a"):
    print(folder, folders, files)
print([f for _, _, f in os.walk("a", topdown=False)])
with os.scandir("a") as entries:
    for e in sorted(entries, key=lambda e: e.name):
        print(e.name, e.path, e.is_dir(), e.is_file(), e)
print(sorted(glob.glob("a/*.txt")), sorted(glob.glob("a/**/*.*", recursive=True)), glob.glob("nothing*"))
os.rename("a/one.txt", "a/1.txt")
os.replace("a/1.txt", "a/b/two.txt")
print(open("a/b/two.txt").read(), os.listdir("a"))
print(shutil.copy("a/b/two.txt", "copy.txt"), open("copy.txt").read())
print(shutil.copytree("a", "again"), sorted(glob.glob("again/**", recursive=True)))
print(shutil.move("copy.txt", "again"), os.path.exists("copy.txt"))
shutil.rmtree("a")
shutil.rmtree("a", ignore_errors=True)
os.chdir("again")
print(sorted(os.listdir()), os.path.basename(os.getcwd()), os.path.exists("../main.py"))
os.remove("copy.txt")
os.unlink("b/two.txt")
os.removedirs("b/c") if not os.listdir("b/c") else print(os.listdir("b/c"))
