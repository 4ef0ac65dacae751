def main():
    print("main runs, __name__ is", __name__)

if __name__ == "__main__":
    main()
print(__name__ == "__main__", type(__name__).__name__, __doc__)
