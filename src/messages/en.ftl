# Telegram


# Terminal

