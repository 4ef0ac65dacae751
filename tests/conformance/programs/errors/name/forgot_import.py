def main():
    return time.time()

main()
